using System.Globalization;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Numbers;

/// <summary>Cuts a number into bins of about equally many training rows, by weight; the bins are a category or numbered in order from 0.</summary>
/// <remarks>
/// A bin holds its lower edge and not its upper one; the first has no lower edge and the last no upper one, so that every number,
/// infinite ones too, has a bin. Levels are named by their edges: '&lt; 3', '3 to &lt; 7', '&gt;= 7'. Edges that fall together leave fewer bins.
/// Missing stays missing; a column without a finite value in training is left as it is.
/// </remarks>
public sealed record Bins : IStep
{
    internal const string StepName = "bins";
    private const int MostBins = 1000;

    /// <summary>Number columns to cut; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Bins at most, 2 to 1,000.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Whether the bins become numbers from 0, in order, instead of a category.</summary>
    public bool Ordered { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Count), Count, 2, MostBins));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Number], keepsInputs: false, (column, _) =>
        {
            var quantiles = WeightedQuantiles.Of(((NumberColumn)column).Values, input.Weights);
            if (quantiles.Count == 0)
            {
                return null;
            }

            return Make(column.Name, [column.Name], Edges(quantiles.Spread(Count + 1)), Ordered);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 1);
        var edges = part.Numbers("edges");
        return edges.Length < MostBins && SoundArrays.AreFinite(edges) && SoundArrays.AreAscending(edges) && edges.Distinct().Count() == edges.Length
            ? Make(input, outputs, edges, part.Flag("ordered"))
            : throw new ArtifactException($"Step '{StepName}' holds edges for column '{input}' that are not at most {MostBins - 1} finite numbers, each above the one before. Make the file again.");
    });

    /// <summary>The quantiles between the ends; the largest value too where so many rows hold it that it fills a bin, or no other edge is left.</summary>
    private static double[] Edges(double[] knots)
    {
        var (least, most) = (knots[0], knots[^1]);
        var endsFull = knots[^2] == most;
        double[] edges = [.. knots.Where(knot => knot > least && (knot < most || endsFull)).Select(knot => Short(knot, least, most)).Distinct()];
        return edges.Length == 0 && least < most ? [most] : edges;
    }

    /// <summary>The edge with 12 digits, so that 29.400000000000006, which interpolation gives, is 29.4 to a person.</summary>
    private static double Short(double edge, double least, double most)
    {
        var rounded = double.Parse(edge.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded > least && rounded <= most ? rounded : edge;
    }

    private static FittedColumn Make(string input, IReadOnlyList<string> outputs, double[] edges, bool ordered) =>
        ordered ? new NumberedBins(input, outputs, edges) : new NamedBins(input, outputs, edges);

    /// <summary>How many edges the value has reached.</summary>
    private static int Find(double[] edges, double value)
    {
        var found = Array.BinarySearch(edges, value);
        return found >= 0 ? found + 1 : ~found;
    }

    private static void Write(IArtifactWriter writer, double[] edges, bool ordered)
    {
        writer.Numbers("edges", edges);
        writer.Flag("ordered", ordered);
    }

    private sealed class NumberedBins(string input, IReadOnlyList<string> outputs, double[] edges) : MappedNumber(input, outputs)
    {
        protected override void Map(ReadOnlySpan<double> from, Span<double> to)
        {
            for (var row = 0; row < to.Length; row++)
            {
                to[row] = double.IsNaN(from[row]) ? from[row] : Find(edges, from[row]);
            }
        }

        internal override FormulaColumn[] Formula(FormulaColumn from, FormulaBuilder builder) => Made(builder.Kept(from.Node, builder.Among(FormulaOperation.Reached, from.Node, edges)));

        internal override void Write(IArtifactWriter writer) => Bins.Write(writer, edges, ordered: true);
    }

    private sealed class NamedBins(string input, IReadOnlyList<string> outputs, double[] edges)
        : FittedColumn(input, ColumnType.Number, Features(input, ColumnType.Category, outputs))
    {
        private readonly string[] _levels = [.. Enumerable.Range(0, edges.Length + 1).Select(bin => Level(edges, bin))];

        internal override IReadOnlyList<string> LevelsMade => _levels;

        internal override void Apply(Column column, Span<Column> made)
        {
            var values = ((NumberColumn)column).Values;
            var blocks = new int[values.BlockCount][];
            for (var block = 0; block < blocks.Length; block++)
            {
                var from = values[block];
                var to = blocks[block] = new int[from.Length];
                for (var row = 0; row < to.Length; row++)
                {
                    to[row] = double.IsNaN(from[row]) ? CategoryColumn.Missing : Find(edges, from[row]);
                }
            }

            made[0] = new CategoryColumn(Outputs[0].Name, _levels, MemoryBlocks<int>.FromBlocks(blocks));
        }

        internal override FormulaColumn[] Formula(FormulaColumn from, FormulaBuilder builder) =>
            [new(builder.Among(FormulaOperation.Reached, from.Node, edges), ColumnType.Category, _levels)];

        internal override void Write(IArtifactWriter writer) => Bins.Write(writer, edges, ordered: false);

        private static string Level(double[] edges, int bin) => (bin, edges.Length - bin) switch
        {
            (0, 0) => "any",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"< {edges[0]:R}"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $">= {edges[^1]:R}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{edges[bin - 1]:R} to < {edges[bin]:R}"),
        };
    }
}
