using System.Globalization;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Texts;

/// <summary>Makes a few numbers of a text: how long it is and what kind of characters it holds.</summary>
/// <remarks>
/// 'name:length' counts characters (UTF-16 units), 'name:words' words as <see cref="TfIdf"/> cuts them, 'name:mean_word' characters
/// a word, and the shares are of the length: 'name:digit_share', 'name:upper_share', 'name:sign_share' (neither letter, digit nor
/// white space). Only figures that differ between training rows are made. A missing text is missing in all; an empty one is 0 in all.
/// </remarks>
public sealed record TextStatistics : IStep
{
    internal const string StepName = "text_statistics";

    private static readonly string[] All = ["length", "words", "mean_word", "digit_share", "upper_share", "sign_share"];

    /// <summary>Text columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether the text stays beside its figures, for a step after this one.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Text], KeepsInputs, (column, names) =>
        {
            var varies = Scan(((TextColumn)column).Values, input.Cancellation);
            var kinds = new List<int>();
            var outputs = new List<string>();
            for (var kind = 0; kind < All.Length; kind++)
            {
                if (varies[kind])
                {
                    kinds.Add(kind);
                    outputs.Add(names.Take($"{column.Name}:{All[kind]}"));
                }
            }

            return new TextFigures(column.Name, outputs, [.. kinds]);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var names = part.Texts("figures");
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, names.Count);
        var kinds = new int[names.Count];
        for (var position = 0; position < kinds.Length; position++)
        {
            kinds[position] = Array.IndexOf(All, names[position]);
            if (kinds[position] < 0)
            {
                throw new ArtifactException($"Step '{StepName}' has figure '{names[position]}' for column '{input}', which this release does not know. Open the file with a newer release.");
            }
        }

        return new TextFigures(input, outputs, kinds);
    });

    private static bool[] Scan(Blocks<string?> texts, CancellationToken cancellation)
    {
        var varies = new bool[All.Length];
        var words = new WordCutter();
        Span<double> first = stackalloc double[All.Length];
        Span<double> own = stackalloc double[All.Length];
        var any = false;
        for (var block = 0; block < texts.BlockCount; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var text in texts[block])
            {
                if (text is null)
                {
                    continue;
                }

                Measure(text, words, own);
                if (!any)
                {
                    own.CopyTo(first);
                    any = true;
                }

                for (var kind = 0; kind < varies.Length; kind++)
                {
                    varies[kind] |= own[kind] != first[kind];
                }
            }
        }

        return varies;
    }

    private static void Measure(string text, WordCutter words, Span<double> figures)
    {
        var (digits, upper, signs) = (0, 0, 0);
        foreach (var sign in text)
        {
            switch (char.GetUnicodeCategory(sign))
            {
                case UnicodeCategory.DecimalDigitNumber:
                    digits++;
                    break;
                case UnicodeCategory.UppercaseLetter:
                    upper++;
                    break;
                default:
                    signs += char.IsLetterOrDigit(sign) || char.IsWhiteSpace(sign) ? 0 : 1;
                    break;
            }
        }

        words.Cut(text);
        var length = Math.Max(text.Length, 1);
        figures[0] = text.Length;
        figures[1] = words.Count;
        figures[2] = words.Count == 0 ? 0 : words.Characters / (double)words.Count;
        figures[3] = digits / (double)length;
        figures[4] = upper / (double)length;
        figures[5] = signs / (double)length;
    }

    private sealed class TextFigures(string input, IReadOnlyList<string> outputs, int[] kinds)
        : FittedColumn(input, ColumnType.Text, Features(input, ColumnType.Number, outputs))
    {
        internal override void Apply(Column column, Span<Column> made)
        {
            var texts = ((TextColumn)column).Values;
            var numbers = new NumberBlocks(made.Length, column.RowCount);
            var words = new WordCutter();
            Span<double> own = stackalloc double[All.Length];
            for (var block = 0; block < texts.BlockCount; block++)
            {
                var from = texts[block];
                for (var row = 0; row < from.Length; row++)
                {
                    if (from[row] is { } text)
                    {
                        Measure(text, words, own);
                    }
                    else
                    {
                        own.Fill(double.NaN);
                    }

                    for (var kind = 0; kind < kinds.Length; kind++)
                    {
                        numbers[kind, block][row] = own[kinds[kind]];
                    }
                }
            }

            numbers.Name(Outputs, made);
        }

        internal override void Write(IArtifactWriter writer) => writer.Texts("figures", [.. kinds.Select(kind => All[kind])]);
    }
}
