package io.github.ovhspring.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Body of an answer that HttpComponents does not read to its end when it is closed
 * before: the end of one that is cut for its size or its slowness may never come.
 */
final class UnreadRest extends HttpEntityWrapper {

	private final ExecRuntime connection;

	private UnreadRest(HttpEntity entity, ExecRuntime connection) {
		super(entity);
		this.connection = connection;
	}

	static void isDiscardedBy(HttpClientBuilder builder) {
		builder.addExecInterceptorLast(UnreadRest.class.getName(), (request, scope, chain) -> {
			ClassicHttpResponse response = chain.proceed(request, scope);
			HttpEntity entity = response.getEntity();
			if (entity != null) {
				response.setEntity(new UnreadRest(entity, scope.execRuntime));
			}
			return response;
		});
	}

	@Override
	public InputStream getContent() throws IOException {
		return new FilterInputStream(super.getContent()) {

			private boolean ended;

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				int read = super.read(bytes, offset, length);
				this.ended = read < 0;
				return read;
			}

			@Override
			public void close() throws IOException {
				if (!this.ended) {
					UnreadRest.this.connection.discardEndpoint();
				}
				super.close();
			}

		};
	}

}
