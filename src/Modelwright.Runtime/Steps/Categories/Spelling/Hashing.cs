using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Texts;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Spreads the levels of a category, or the words of a text, over a fixed number of columns by a hash: 'city:hash0' and on.</summary>
/// <remarks>
/// A level is 1 or -1 in one column and 0 in the others; the words of a text are added up so and the row brought to length 1.
/// Nothing is learned, so a level or word that was not seen in training is treated as any other. Missing is 0 in all columns.
/// The hash is FNV-1a, mixed; it is part of the package's format and never changes. Source: Weinberger et al. 2009, Feature hashing
/// for large scale multitask learning.
/// </remarks>
public sealed record Hashing : IStep
{
    internal const string StepName = "hashing";
    private const int MostWidth = 4096;

    /// <summary>Category or text columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns made of each, 1 to 4,096.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Whether the column stays beside its numbers.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Width), Width, 1, MostWidth));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Category, ColumnType.Text], KeepsInputs, (column, names) =>
        {
            string[] outputs = [.. Enumerable.Range(0, Width).Select(place => names.Take(FormattableString.Invariant($"{column.Name}:hash{place}")))];
            return new HashedColumn(column.Name, column.Type, outputs);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
        outputs.Count is >= 1 and <= MostWidth
            ? new HashedColumn(input, SpelledColumn.ReadType(part), outputs)
            : throw new ArtifactException($"Step '{StepName}' makes {outputs.Count} columns of column '{input}'; 1 to {MostWidth} are possible. Make the file again."));

    private sealed class HashedColumn(string input, ColumnType inputType, IReadOnlyList<string> outputs) : SpelledColumn(input, inputType, outputs)
    {
        protected override ISpeller Speller() => InputType == ColumnType.Text ? new WordHasher() : new LevelHasher();

        protected override void WriteState(IArtifactWriter writer)
        {
            // The number of columns is all there is to know.
        }
    }

    private sealed class LevelHasher : ISpeller
    {
        public double Missing => 0;

        public void Spell(string text, Span<double> values) => Add(text, values);

        internal static void Add(ReadOnlySpan<char> text, Span<double> values)
        {
            var hash = StableHash.Of(text);
            values[(int)(hash % (ulong)values.Length)] += hash >> 63 == 0 ? 1 : -1;
        }
    }

    private sealed class WordHasher : ISpeller
    {
        private readonly WordCutter _words = new();

        public double Missing => 0;

        public void Spell(string text, Span<double> values)
        {
            _words.Cut(text);
            for (var word = 0; word < _words.Count; word++)
            {
                LevelHasher.Add(_words.Words(word, word), values);
            }

            UnitLength.Bring(values);
        }
    }
}
