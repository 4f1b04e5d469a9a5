// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.util.Collection;
import java.util.Map;

/** Where the help desk follows requests; it lies above subscriptions, and says so by implementing this. */
public interface RequestTickets {

    /**
     * A ticket that a request travels as.
     *
     * @param state Italian
     * @param address of its page for the staff
     * @param addressInArea of its page for the body's people; "" when they do not see it
     */
    record RequestTicket(String number, String state, String address, String addressInArea) {}

    /** In one query; a request from before the help desk has none. */
    Map<RequestId, RequestTicket> of(Collection<RequestId> requests);
}
