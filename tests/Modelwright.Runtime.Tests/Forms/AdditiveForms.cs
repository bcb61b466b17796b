using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Additive;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small additive forms of a number 'Tenure' cut at 10 and 20, a category 'Plan' and a number 'Age' cut at 40.</summary>
internal static class AdditiveForms
{
    internal static readonly FormInput[] Inputs =
    [
        new("Tenure", ColumnType.Number, []),
        new("Plan", ColumnType.Category, ["basic", "gold"]),
        new("Age", ColumnType.Number, []),
    ];

    /// <summary>Tenure of 10 or less, and all above, against Plan: what is missing adds nothing.</summary>
    internal static PairTerm Pair { get; } = new(0, 1, [0, 1, 2, 2], [0, 1, 2], [0, 0, 0, 0, 100, -100, 0, -200, 200]);

    internal static AdditiveTerms Terms { get; } = new(Inputs, [new([10, 20], [0, 1, 2, 3]), new([], [0.5, 10, 20]), new([40], [-0.25, 0.25, 0.75])], [Pair], [1000]);

    internal static AdditiveTerms ThreeOutputs { get; } = new(
        Inputs,
        [new([10], [0, 0, 0, 1, 2, 3, -1, -2, -3]), new([], [0, 0, 0, 1, 0, 0, 0, 1, 0]), new([], [0, 0, 0, 0.5, -0.5, 0])],
        [new(0, 2, [0, 1, 1], [0, 1], [0, 0, 0, 1, 1, 1, 0, 0, 0, 2, 1, 0])],
        [0.1, 0.2, -0.3]);

    internal static NumberAdditiveForm Numbers => new(Terms);

    internal static ClassAdditiveForm TwoClasses => new(Terms with { Pairs = [], Intercepts = [-1] }, ["no", "yes"], ProbabilityLink.Logistic);

    internal static ClassAdditiveForm ThreeClasses => new(ThreeOutputs, ["a", "b", "c"], ProbabilityLink.Softmax);

    internal static Table Row(double tenure, string? plan, double age) =>
        new([new NumberColumn("Tenure", [tenure]), CategoryColumn.FromTexts("Plan", [plan]), new NumberColumn("Age", [age])]);
}
