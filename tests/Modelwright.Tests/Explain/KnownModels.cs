using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Tests.Explain;

/// <summary>Models whose every answer is known, and rows for them.</summary>
internal static class KnownModels
{
    internal static readonly string[] Names = ["a", "b", "c"];

    /// <summary>2 a - 3 b + 1, where c has no say.</summary>
    internal static NumberLinearForm Sum => new(new(Inputs, [2, -3, 0], [1]) { Means = [0.5, 0.5, 0.5] });

    /// <summary>The odds of "yes" grow by e for each a.</summary>
    internal static ClassLinearForm Odds => new(new(Inputs, [1, 0, 0], [-0.5]) { Means = [0.5, 0.5, 0.5] }, ["no", "yes"], ProbabilityLink.Logistic);

    internal static FormInput[] Inputs => [.. Names.Select(name => new FormInput(name, ColumnType.Number, []))];

    /// <summary>Numbers from 0 to 1, each column apart, and the target that the sum gives.</summary>
    internal static Table Rows(int count, int seed = 1)
    {
        var random = new Random(seed);
        var columns = Names.Select(_ => Enumerable.Range(0, count).Select(_ => random.NextDouble()).ToArray()).ToArray();
        return new(
        [
            .. Names.Select((name, column) => new NumberColumn(name, columns[column])),
            new NumberColumn("target", [.. Enumerable.Range(0, count).Select(row => (2 * columns[0][row]) - (3 * columns[1][row]) + 1)]),
        ]);
    }

    internal static Schema Schema(ColumnType target = ColumnType.Number) => new(
    [
        .. Names.Select(name => new ColumnSpec(name, ColumnType.Number)),
        new("target", target, ColumnRole.Target) { Levels = target == ColumnType.Category ? ["no", "yes"] : [] },
    ]);

    internal static Package Package(IForm form) => Runtime.Packaging.Package.Of(
        new(form is IPredictsClasses ? LearningTask.Classification : LearningTask.Regression, Schema(form is IPredictsClasses ? ColumnType.Category : ColumnType.Number), form),
        Rows(400).Without(form is IPredictsClasses ? ["target"] : []));

    /// <summary>a times b, and nothing else; a form without exact contributions.</summary>
    internal sealed class Product : IForm, IPredictsNumbers
    {
        public FormInfo Info { get; } = new("product", 1, Inputs);

        public void Predict(Table rows, Span<double> output)
        {
            var (a, b) = (((NumberColumn)rows["a"]).Values, ((NumberColumn)rows["b"]).Values);
            for (var row = 0; row < output.Length; row++)
            {
                output[row] = a.At(row) * b.At(row) is var product && double.IsNaN(product) ? 0 : product;
            }
        }

        public void Write(IArtifactWriter writer)
        {
        }
    }
}
