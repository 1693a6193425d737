package dev.seedplan.content.distribute;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A network whose arcs have capacities; maximum flow by Dinic's algorithm (E. A. Dinic, Soviet Math. Dokl. 11, 1970).
 * Arc {@code 2i + 1} is the reverse of arc {@code 2i}.
 */
final class Network {

    private final int nodes;
    private int[] to = new int[64];
    private int[] room = new int[64];
    private int[] next = new int[64];
    private final int[] first;
    private final int[] current;
    private final int[] level;
    private int arcs;

    Network(int nodes) {
        this.nodes = nodes;
        first = new int[nodes];
        Arrays.fill(first, -1);
        current = new int[nodes];
        level = new int[nodes];
    }

    /** Adds an arc. {@return its number} */
    int arc(int from, int into, int capacity) {
        if (arcs + 2 > to.length) {
            to = Arrays.copyOf(to, 2 * to.length);
            room = Arrays.copyOf(room, 2 * room.length);
            next = Arrays.copyOf(next, 2 * next.length);
        }
        add(from, into, capacity);
        add(into, from, 0);
        return arcs - 2;
    }

    private void add(int from, int into, int capacity) {
        to[arcs] = into;
        room[arcs] = capacity;
        next[arcs] = first[from];
        first[from] = arcs++;
    }

    /** {@return how much flows through an arc} */
    int flow(int arc) {
        return room[arc ^ 1];
    }

    /** Widens or narrows what an arc can still take. */
    void widen(int arc, int by) {
        room[arc] += by;
    }

    /** Closes an arc and its reverse, whatever flows through it. */
    void close(int arc) {
        room[arc] = 0;
        room[arc ^ 1] = 0;
    }

    /** Opens an arc that was closed, with its flow as it was and room without end. */
    void reopen(int arc, int flow) {
        room[arc] = Integer.MAX_VALUE / 4;
        room[arc ^ 1] = flow;
    }

    /** Sends as much as possible, at most {@code limit}. {@return how much} */
    int send(int from, int into, int limit) {
        int sent = 0;
        while (sent < limit && levels(from, into)) {
            System.arraycopy(first, 0, current, 0, nodes);
            int more = push(from, into, limit - sent);
            while (more > 0) {
                sent += more;
                more = sent < limit ? push(from, into, limit - sent) : 0;
            }
        }
        return sent;
    }

    private boolean levels(int from, int into) {
        Arrays.fill(level, -1);
        level[from] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int arc = first[node]; arc >= 0; arc = next[arc]) {
                if (room[arc] > 0 && level[to[arc]] < 0) {
                    level[to[arc]] = level[node] + 1;
                    queue.add(to[arc]);
                }
            }
        }
        return level[into] >= 0;
    }

    /** {@return whether a node can still be reached from where {@link #send} last began} */
    boolean reached(int node) {
        return level[node] >= 0;
    }

    /** Recursion is as deep as the network has layers: a handful, twice over for the way back. */
    private int push(int node, int into, int limit) {
        if (node == into) {
            return limit;
        }
        for (; current[node] >= 0; current[node] = next[current[node]]) {
            int arc = current[node];
            if (room[arc] > 0 && level[to[arc]] == level[node] + 1) {
                int sent = push(to[arc], into, Math.min(limit, room[arc]));
                if (sent > 0) {
                    room[arc] -= sent;
                    room[arc ^ 1] += sent;
                    return sent;
                }
            }
        }
        return 0;
    }
}
