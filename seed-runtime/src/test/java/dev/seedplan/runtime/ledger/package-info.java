/** What runs remember of each other in the database, tried with whole runs. */
package dev.seedplan.runtime.ledger;
