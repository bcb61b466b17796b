using Modelwright.Core.Data;

namespace Modelwright.Stress.Attacks;

/// <summary>One way to look for a cheap change of a row that flips its answer. Stateless and safe from any thread.</summary>
/// <remarks>
/// The same target, row and seed give the same change; nothing that the threat forbids is ever tried; with a budget of 0 nothing is found.
/// What is found may cost more than the budget: how much tells how far a row is from being flipped.
/// </remarks>
public interface IAttack
{
    /// <summary>What it says of itself.</summary>
    AttackInfo Info { get; }

    /// <summary>Why it cannot be run on a target, in a sentence; null where it can.</summary>
    /// <param name="target">The model with its rows.</param>
    string? Unsuited(AttackTarget target);

    /// <summary>Attacks one row.</summary>
    /// <param name="target">The model with its rows; <see cref="Unsuited"/> must be null.</param>
    /// <param name="row">0-based row of the target, answered rightly.</param>
    /// <param name="seed">The only origin of chance.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The cheapest row found that is answered otherwise, with all columns that were brought; null where none was found.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation);
}
