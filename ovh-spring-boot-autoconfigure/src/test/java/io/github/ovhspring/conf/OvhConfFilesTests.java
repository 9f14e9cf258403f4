package io.github.ovhspring.conf;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.origin.OriginTrackedValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link OvhConfFiles}.
 */
class OvhConfFilesTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private OvhConfLocations locations() {
		return new OvhConfLocations(this.folder.resolve("here"), this.folder.resolve("home"),
				this.folder.resolve("etc.conf"));
	}

	private void write(String file, String... lines) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, "[s]\n" + String.join("\n", lines));
		if (this.folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
		}
	}

	private static String value(OvhConfFiles files, String name) {
		OriginTrackedValue value = files.get("s", name);
		return (value != null) ? value.getValue().toString() : "none";
	}

	@Test
	void shouldTakeEachValueFromTheFirstFileThatHasIt() throws IOException {
		write("etc.conf", "a=etc", "b=etc", "c=etc", "d=etc", "e=etc");
		write("home/.ovh.conf", "a=home", "b=home", "c=home", "d = ");
		write("here/ovh.conf", "a=here", "b=here");
		write("own.conf", "a=own");
		OvhConfFiles files = OvhConfFiles.read(locations(), this.folder.resolve("own.conf").toString());
		assertThat(value(files, "a")).isEqualTo("own");
		assertThat(value(files, "b")).isEqualTo("here");
		assertThat(value(files, "c")).isEqualTo("home");
		assertThat(value(files, "d")).isEqualTo("etc");
		assertThat(value(files, "f")).isEqualTo("none");
		assertThat(files.places()).containsExactly(this.folder.resolve("own.conf"),
				this.folder.resolve("here/ovh.conf"), this.folder.resolve("home/.ovh.conf"),
				this.folder.resolve("etc.conf"));
		assertThat(files.warnings()).isEmpty();
	}

	@Test
	void shouldExpandTheHomeFolderAndTakeRelativePaths() throws IOException {
		write("home/keys/ovh.conf", "a=home");
		write("here/keys.conf", "a=here");
		assertThat(value(OvhConfFiles.read(locations(), "~/keys/ovh.conf"), "a")).isEqualTo("home");
		assertThat(value(OvhConfFiles.read(locations(), "keys.conf"), "a")).isEqualTo("here");
	}

	@Test
	void whenTheFileOfOnesOwnIsMissingOrUnreadableThenFails() throws IOException {
		assertThatExceptionOfType(OvhConfException.class)
			.isThrownBy(() -> OvhConfFiles.read(locations(), "~/none.conf"))
			.withMessage("File '" + this.folder.resolve("home/none.conf") + "' does not exist");
		Files.createDirectories(this.folder.resolve("here/folder"));
		assertThatExceptionOfType(OvhConfException.class).isThrownBy(() -> OvhConfFiles.read(locations(), "folder"))
			.withMessage("File '" + this.folder.resolve("here/folder") + "' cannot be read");
	}

	@Test
	void whenADefaultFileIsUnreadableThenPassesOverIt() throws IOException {
		Files.createDirectories(this.folder.resolve("here/ovh.conf"));
		write("etc.conf", "a=etc");
		OvhConfFiles files = OvhConfFiles.read(locations(), null);
		assertThat(value(files, "a")).isEqualTo("etc");
		assertThat(files.warnings()).singleElement()
			.asString()
			.startsWith("File '" + this.folder.resolve("here/ovh.conf") + "' cannot be read and is passed over: ");
	}

	@ParameterizedTest
	@CsvSource({ "rw-r-----, true", "rw----r--, true", "rw-------, false", "rw--w--w-, false" })
	void whenOthersMayReadTheFileOfTheUserThenWarns(String permissions, boolean warns) throws IOException {
		assumeThat(this.folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
		write("home/.ovh.conf", "a=hush");
		Path file = this.folder.resolve("home/.ovh.conf");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
		OvhConfFiles files = OvhConfFiles.read(locations(), null);
		assertThat(value(files, "a")).isEqualTo("hush");
		assertThat(files.warnings()).isEqualTo(warns
				? List.of("File '" + file + "' holds secrets that other users of this machine may read: chmod 600 it")
				: List.of());
	}

	@Test
	void whenTheFileSystemHasNoPermissionsThenSaysNothing() throws IOException {
		try (FileSystem zip = FileSystems.newFileSystem(this.folder.resolve("x.zip"), Map.of("create", "true"))) {
			Files.writeString(zip.getPath("/.ovh.conf"), "[s]\na=1");
			OvhConfLocations locations = new OvhConfLocations(this.folder, zip.getPath("/"), this.folder.resolve("x"));
			OvhConfFiles files = OvhConfFiles.read(locations, null);
			assertThat(value(files, "a")).isEqualTo("1");
			assertThat(files.warnings()).isEmpty();
		}
	}

	@Test
	void shouldLookWhereOtherClientsDo() {
		assertThat(OvhConfLocations.ofProcess().files()).containsExactly(
				Path.of(System.getProperty("user.dir"), "ovh.conf"),
				Path.of(System.getProperty("user.home"), ".ovh.conf"), Path.of("/etc/ovh.conf"));
	}

}
