using Modelwright.Measures;

namespace Modelwright.Stress.Fairness.Remedies;

/// <summary>What remedies for one sensitive column stand on.</summary>
/// <param name="Model">The model.</param>
/// <param name="Groups">The groups of the column.</param>
/// <param name="Assigned">The group of each row, by its place; -1 for none.</param>
/// <param name="Comparisons">Pairs of groups that are read together, of all columns.</param>
/// <param name="Seed">The only origin of chance.</param>
internal sealed record RemedyGround(StressedModel Model, SensitiveGroups Groups, int[] Assigned, int Comparisons, int Seed)
{
    /// <summary>The gap of answers to some of the rows; null where too few groups have enough.</summary>
    /// <param name="answers">Answers to those rows.</param>
    /// <param name="rows">0-based rows.</param>
    /// <param name="measure">The measure.</param>
    public FairnessGap? Gap(Answers answers, int[] rows, FairnessMeasure measure) =>
        new GroupComparison(answers, Together(rows), Groups, Array.ConvertAll(rows, row => Assigned[row]), Comparisons, Seed).Gap(measure);

    /// <summary>The numbers of the rows that belong together, for some rows.</summary>
    public int[]? Together(int[] rows) => Model.Groups is { } groups ? Array.ConvertAll(rows, row => groups[row]) : null;
}
