using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Texts.Projecting;

/// <summary>Makes a few numbers of a text that keep most of what its words tell: 'note:theme0' and on.</summary>
/// <remarks>
/// The weights of words and word pairs as step 'tf_idf' makes them, projected on the leading right singular vectors of the training
/// texts (at most 20,000, spread evenly). The vectors come from a randomised decomposition with 10 vectors to spare and 5 power
/// iterations, chance by the seed; the largest entry of each is positive, so that signs are the same each time. Missing and texts
/// without a known term are 0 in all. Fewer columns are made where the texts do not span as many directions. Source: Halko, Martinsson
/// and Tropp 2011, Finding structure with randomness.
/// </remarks>
public sealed record Projection : IStep
{
    internal const string StepName = "projection";
    private const int MostWidth = 256;
    private const int MostTerms = 20_000;

    /// <summary>Text columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns made of a text at most, 1 to 256.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Words and word pairs that are looked at, at most, 1 to 20,000.</summary>
    public int MaxTerms { get; init; } = 2000;

    /// <summary>Training texts that a term must stand in; 1 or more.</summary>
    public int MinDocuments { get; init; } = 3;

    /// <summary>Whether the text stays beside its numbers.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Width), Width, 1, MostWidth), (nameof(MaxTerms), MaxTerms, 1, MostTerms), (nameof(MinDocuments), MinDocuments, 1, int.MaxValue));
        var settings = new TfIdf { MaxTerms = MaxTerms, MinDocuments = MinDocuments };
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Text], KeepsInputs, (column, names) =>
        {
            var terms = WeighedTerms.Learn(StepName, (TextColumn)column, settings, input.Cancellation);
            var texts = SparseRows.Of((TextColumn)column, terms, input.Cancellation);
            var axes = RandomisedDecomposition.RightVectors(texts, Width, input.Seed, input.Cancellation);
            string[] outputs = [.. Enumerable.Range(0, terms.Count == 0 ? 0 : axes.Length / terms.Count).Select(theme => names.Take(FormattableString.Invariant($"{column.Name}:theme{theme}")))];
            return new Themes(column.Name, outputs, terms, axes);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var terms = WeighedTerms.Read(StepName, input, part);
        var axes = part.Numbers("axes");
        if (outputs.Count > MostWidth || (long)outputs.Count * terms.Count != axes.Length || !SoundArrays.AreFinite(axes))
        {
            throw new ArtifactException($"Step '{StepName}' holds {axes.Length} numbers to project column '{input}', and needs {(long)outputs.Count * terms.Count} finite ones for at most {MostWidth} columns. Make the file again.");
        }

        return new Themes(input, outputs, terms, axes);
    });

    /// <summary>The axes stand one after another, each as long as there are terms.</summary>
    private sealed class Themes(string input, IReadOnlyList<string> outputs, WeighedTerms terms, double[] axes)
        : FittedColumn(input, ColumnType.Text, Features(input, ColumnType.Number, outputs))
    {
        internal override void Apply(Column column, Span<Column> made)
        {
            var texts = ((TextColumn)column).Values;
            var numbers = new NumberBlocks(made.Length, column.RowCount);
            var counts = terms.Counter();
            for (var block = 0; block < texts.BlockCount; block++)
            {
                var from = texts[block];
                for (var row = 0; row < from.Length; row++)
                {
                    if (from[row] is not { } text)
                    {
                        continue;
                    }

                    var length = terms.Weigh(counts, text);
                    for (var theme = 0; theme < made.Length && length > 0; theme++)
                    {
                        numbers[theme, block][row] = Along(theme, counts) / length;
                    }
                }
            }

            numbers.Name(Outputs, made);
        }

        internal override void Write(IArtifactWriter writer)
        {
            terms.Write(writer);
            writer.Numbers("axes", axes);
        }

        private double Along(int theme, TermCounts counts)
        {
            var axis = axes.AsSpan(theme * terms.Count, terms.Count);
            var sum = 0.0;
            foreach (var term in counts.Found)
            {
                sum += counts[term] * axis[term];
            }

            return sum;
        }
    }
}
