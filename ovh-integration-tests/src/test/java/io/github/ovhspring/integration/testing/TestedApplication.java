package io.github.ovhspring.integration.testing;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TestedApplication {

}
