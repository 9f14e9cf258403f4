package io.github.ovhspring.conf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.util.StringUtils;

/**
 * The {@code ovh.conf} files of an application, the ones that win first.
 */
public final class OvhConfFiles {

	private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
			PosixFilePermission.OTHERS_READ);

	private final List<OvhConf> files = new ArrayList<>();

	private final List<Path> places = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	private OvhConfFiles() {
	}

	/**
	 * Read the files.
	 * @param locations where to look
	 * @param configFile a file that wins over those, if any
	 * @return the files
	 * @throws OvhConfException if a file is not written as it has to be, or if
	 * {@code configFile} cannot be read
	 */
	public static OvhConfFiles read(OvhConfLocations locations, @Nullable String configFile) {
		OvhConfFiles result = new OvhConfFiles();
		if (configFile != null) {
			result.addRequired(locations.file(configFile));
		}
		locations.files().forEach(result::addIfReadable);
		result.warnOfReaders(locations.homeFile());
		return result;
	}

	private void addRequired(Path file) {
		this.places.add(file);
		try {
			this.files.add(OvhConf.read(file));
		}
		catch (IOException ex) {
			throw new OvhConfException(file, Files.exists(file) ? "cannot be read" : "does not exist", ex);
		}
	}

	private void addIfReadable(Path file) {
		this.places.add(file);
		if (!Files.exists(file)) {
			return;
		}
		try {
			this.files.add(OvhConf.read(file));
		}
		catch (IOException ex) {
			this.warnings.add("File '" + file + "' cannot be read and is passed over: " + ex);
		}
	}

	private void warnOfReaders(Path file) {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		try {
			if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
				this.warnings
					.add("File '" + file + "' holds secrets that other users of this machine may read: chmod 600 it");
			}
		}
		catch (IOException ex) {
			// There is no such file, or it has been passed over with a warning already.
		}
	}

	/**
	 * Return a value with the file and line it comes from. Blank values count as not set.
	 * @param section the section that the option is in
	 * @param name the name of the option
	 * @return the value, or {@code null}
	 */
	public @Nullable OriginTrackedValue get(String section, String name) {
		return get(this.files.stream(), section, name);
	}

	/**
	 * Return a value of the file that wins over all others.
	 * @param section the section that the option is in
	 * @param name the name of the option
	 * @return the value, or {@code null}
	 * @see #get
	 */
	public @Nullable OriginTrackedValue getFromFirst(String section, String name) {
		return get(this.files.stream().limit(1), section, name);
	}

	private static @Nullable OriginTrackedValue get(Stream<OvhConf> files, String section, String name) {
		return files.map((file) -> file.get(section, name))
			.filter(Objects::nonNull)
			.filter((value) -> StringUtils.hasText(value.getValue().toString()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return where files were looked for.
	 * @return the places, whether there was a file or not
	 */
	public List<Path> places() {
		return List.copyOf(this.places);
	}

	/**
	 * Return what is wrong with files that does not keep the application from starting.
	 * @return a sentence for each
	 */
	public List<String> warnings() {
		return List.copyOf(this.warnings);
	}

}
