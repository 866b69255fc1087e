/**
 * Planned steps and the order in which they run. A {@link ChangeStep} holds the statements of the upgrade and of the
 * downgrade. {@link ChangePlan} sorts steps by stage and groups those that share a transaction.
 */
package derrick.migrations.diff.plan;
