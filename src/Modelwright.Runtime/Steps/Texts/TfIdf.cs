using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
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
            var terms = WeighedTerms.Learn(StepName, (TextColumn)column, this, input.Cancellation);
            string[] outputs = [.. terms.Terms.Select(term => names.Take($"{column.Name}:{term}"))];
            return new TermWeights(column.Name, outputs, terms);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var terms = WeighedTerms.Read(StepName, input, part);
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, terms.Count);
        return new TermWeights(input, outputs, terms);
    });

    private sealed class TermWeights(string input, IReadOnlyList<string> outputs, WeighedTerms terms)
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
                    foreach (var term in counts.Found)
                    {
                        numbers[term, block][row] = counts[term] / length;
                    }
                }
            }

            numbers.Name(Outputs, made);
        }

        internal override void Write(IArtifactWriter writer) => terms.Write(writer);
    }
}
