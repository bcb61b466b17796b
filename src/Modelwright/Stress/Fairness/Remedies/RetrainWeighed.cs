using Modelwright.Core.Data;
using Modelwright.Measures;

namespace Modelwright.Stress.Fairness.Remedies;

/// <summary>Trains the model anew with weights and answers the same rows, in their order.</summary>
/// <param name="column">The sensitive column that the weights are for.</param>
/// <param name="weights">Gives one weight a row for any rows that have the column and the target: the training rows.</param>
/// <param name="cancellation">Asks to end.</param>
/// <returns>The answers of the new model to the rows that the old one is tested on.</returns>
internal delegate Answers RetrainWeighed(string column, Func<Table, double[]> weights, CancellationToken cancellation);
