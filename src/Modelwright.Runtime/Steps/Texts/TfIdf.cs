using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Texts;

/// <summary>Makes numbers of a text: how much each of the training rows' telling words and word pairs stands out in it, 'note:late fee'.</summary>
/// <remarks>
/// A value is the term's weight in the text, 1 + ln(count) or the count, times ln((1 + texts) / (1 + texts with the term)) + 1; a
/// row's values have the length 1 (Euclid). A missing text and one without a known term are 0 in all columns; terms that were not
/// seen in training count for nothing, nor do those of more than 100 characters. Source: Salton &amp; Buckley 1988, Term-weighting approaches in automatic text retrieval.
/// </remarks>
public sealed record TfIdf : IStep
{
    internal const string StepName = "tf_idf";

    /// <summary>Text columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns made of a text at most.</summary>
    public int MaxTerms { get; init; } = 200;

    /// <summary>Training texts that a term must stand in.</summary>
    public int MinDocuments { get; init; } = 3;

    /// <summary>Whether pairs of neighbouring words are terms too.</summary>
    public bool Pairs { get; init; } = true;

    /// <summary>Whether a term's count is damped to 1 + ln(count).</summary>
    public bool Sublinear { get; init; } = true;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.Check(StepName, (nameof(MaxTerms), MaxTerms, 1), (nameof(MinDocuments), MinDocuments, 1));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Text], keepsInputs: false, (column, names) =>
        {
            var (terms, weights) = Vocabulary.Learn((TextColumn)column, this, input.Cancellation);
            string[] outputs = [.. terms.Select(term => names.Take($"{column.Name}:{term}"))];
            return new TermWeights(column.Name, outputs, terms, weights, Pairs, Sublinear);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var terms = part.Texts("terms");
        var weights = part.Numbers("weights");
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, terms.Count);
        ColumnCheck.Count(StepName, input, "weights", weights.Length, terms.Count);
        foreach (var weight in weights)
        {
            ColumnCheck.Finite(StepName, input, "weight", weight);
        }

        return new TermWeights(input, outputs, terms, weights, part.Flag("pairs"), part.Flag("sublinear"));
    });

    private sealed class TermWeights : FittedColumn
    {
        private readonly IReadOnlyList<string> _terms;
        private readonly double[] _weights;
        private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
        private readonly bool _pairs;
        private readonly bool _sublinear;

        internal TermWeights(string input, IReadOnlyList<string> outputs, IReadOnlyList<string> terms, double[] weights, bool pairs, bool sublinear)
            : base(input, ColumnType.Text, Features(input, ColumnType.Number, outputs))
        {
            (_terms, _weights, _pairs, _sublinear) = (terms, weights, pairs, sublinear);
            for (var position = 0; position < terms.Count; position++)
            {
                if (!_positions.TryAdd(terms[position], position))
                {
                    throw new ArtifactException($"Step '{StepName}' lists term '{terms[position]}' twice for column '{input}'. Make the file again.");
                }
            }
        }

        internal override void Apply(Column column, Span<Column> made)
        {
            var texts = ((TextColumn)column).Values;
            var numbers = new NumberBlocks(made.Length, column.RowCount);
            var counts = new TermCounts(_positions, _pairs);
            for (var block = 0; block < texts.BlockCount; block++)
            {
                var from = texts[block];
                for (var row = 0; row < from.Length; row++)
                {
                    if (from[row] is not { } text)
                    {
                        continue;
                    }

                    var squares = Weigh(counts, text);
                    foreach (var term in counts.Found)
                    {
                        numbers[term, block][row] = counts[term] / squares;
                    }
                }
            }

            numbers.Name(Outputs, made);
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("terms", _terms);
            writer.Numbers("weights", _weights);
            writer.Flag("pairs", _pairs);
            writer.Flag("sublinear", _sublinear);
        }

        /// <summary>Turns the counts of a text into weights and gives the length of their vector.</summary>
        private double Weigh(TermCounts counts, string text)
        {
            counts.Count(text);
            var squares = 0.0;
            foreach (var term in counts.Found)
            {
                var count = counts[term];
                var weight = (_sublinear && count > 1 ? 1 + PortableMath.Log(count) : count) * _weights[term];
                counts[term] = weight;
                squares += weight * weight;
            }

            return Math.Sqrt(squares);
        }
    }
}
