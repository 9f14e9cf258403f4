package io.github.ovhspring.sample.applications;

/**
 * Row of the table of applications.
 *
 * @param credential what lets the application in
 * @param application the application
 */
record AuthorisedApplication(Credential credential, Application application) {
}
