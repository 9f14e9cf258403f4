package io.github.ovhspring.conf;

/**
 * Text as Python sees it: what is white space there is not all white space here, and the
 * other way round.
 */
final class PythonText {

	private PythonText() {
	}

	static String strip(String text) {
		return stripTrailing(text.substring(indentation(text)));
	}

	static String stripTrailing(String text) {
		int end = text.length();
		while (end > 0 && isSpace(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(0, end);
	}

	/**
	 * Return how many characters of white space come first.
	 */
	static int indentation(String text) {
		int start = 0;
		while (start < text.length() && isSpace(text.charAt(start))) {
			start++;
		}
		return start;
	}

	// str.isspace: white space by its Unicode category, or a separator by its direction.
	private static boolean isSpace(char c) {
		return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || (c >= '\u001c' && c <= '\u001f')
				|| c == '\u0085';
	}

}
