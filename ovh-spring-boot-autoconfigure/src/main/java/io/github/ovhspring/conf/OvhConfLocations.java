package io.github.ovhspring.conf;

import java.nio.file.Path;
import java.util.List;

/**
 * Places where {@code ovh.conf} is looked for: those of the other OVHcloud clients.
 *
 * @param workingDirectory the folder that {@code ./ovh.conf} is in
 * @param home the folder that {@code ~/.ovh.conf} is in
 * @param systemFile the file of the whole machine
 */
public record OvhConfLocations(Path workingDirectory, Path home, Path systemFile) {

	/**
	 * Return the places of this process.
	 * @return {@code ./ovh.conf}, {@code ~/.ovh.conf} and {@code /etc/ovh.conf}
	 */
	public static OvhConfLocations ofProcess() {
		return new OvhConfLocations(Path.of(System.getProperty("user.dir")), Path.of(System.getProperty("user.home")),
				Path.of("/etc/ovh.conf"));
	}

	/**
	 * Return the files to look at, those that win first.
	 * @return the files, whether they exist or not
	 */
	List<Path> files() {
		return List.of(this.workingDirectory.resolve("ovh.conf"), homeFile(), this.systemFile);
	}

	/**
	 * Return the file of the user.
	 * @return the file, whether it exists or not
	 */
	Path homeFile() {
		return this.home.resolve(".ovh.conf");
	}

	/**
	 * Return the file of the given name.
	 * @param name a path, relative to the working directory, or to the home folder where
	 * it starts with {@code ~/}
	 * @return the file
	 */
	Path file(String name) {
		return name.startsWith("~/") ? this.home.resolve(name.substring(2)) : this.workingDirectory.resolve(name);
	}

}
