using Modelwright.Core.Data;
using Modelwright.Measures;

namespace Modelwright.Stress.Poisoning;

/// <summary>Fits a model on rows, as the one under test was made; the same rows give the same model.</summary>
/// <param name="rows">Training rows in the types of the schema, each with a target.</param>
/// <param name="cancellation">Asks to end.</param>
/// <returns>How it answers rows, paired with the truth; the rows keep their order.</returns>
/// <exception cref="Core.Errors.ModelwrightException">The rows cannot be learned from.</exception>
internal delegate Func<Table, CancellationToken, Answers> Refit(Table rows, CancellationToken cancellation);
