package dev.seedplan.embedded;

import org.jspecify.annotations.Nullable;

/** One attempt to start a server failed; its log says more. */
final class LaunchFailure extends Exception {

    LaunchFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
