using Modelwright.Core.Data;

namespace Modelwright.Stress.Poisoning.Poisons;

/// <summary>What an opponent who reaches the training rows does to them.</summary>
internal interface IPoison
{
    /// <summary>Its name in snake_case: 'label_flips'.</summary>
    string Name { get; }

    /// <summary>What is done, in a sentence.</summary>
    string Meaning { get; }

    /// <summary>The shares of the rows that are tried, ascending.</summary>
    IReadOnlyList<double> Shares { get; }

    /// <summary>Poisons rows; a larger share touches all that a smaller one does.</summary>
    /// <param name="ground">The rows, and what is known of them.</param>
    /// <param name="share">The share of the rows, above 0 and below 1.</param>
    /// <returns>Other rows, and how many of them the opponent changed or added; 0 where there is nothing to do.</returns>
    (Table Rows, int Touched) Apply(PoisonGround ground, double share);
}
