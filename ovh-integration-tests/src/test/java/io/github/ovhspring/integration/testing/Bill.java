package io.github.ovhspring.integration.testing;

import java.time.OffsetDateTime;

record Bill(String billId, OffsetDateTime date, long orderId) {
}
