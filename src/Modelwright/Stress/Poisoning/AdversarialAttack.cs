using Modelwright.Core.Data;
using Modelwright.Measures;

namespace Modelwright.Stress.Poisoning;

/// <summary>Changes rows within what an opponent may change, so that a model errs on them.</summary>
/// <param name="answer">The model, which may be asked as often as the attack likes.</param>
/// <param name="rows">Rows with their target.</param>
/// <param name="cancellation">Asks to end.</param>
/// <returns>As many rows in the same order, the target as it was; a row that nothing was found for is unchanged.</returns>
internal delegate Table AdversarialAttack(Func<Table, CancellationToken, Answers> answer, Table rows, CancellationToken cancellation);
