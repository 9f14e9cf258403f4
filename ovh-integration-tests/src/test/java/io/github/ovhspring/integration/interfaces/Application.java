package io.github.ovhspring.integration.interfaces;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

@SpringBootApplication
@ImportHttpServices(group = "ovh", types = MeApi.class)
public class Application {

}
