using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Makes numbers of how a value is spelled, so that 'Software Engineer' and 'Sr. software engineer' are alike: by runs of characters.</summary>
/// <remarks>
/// A value is taken in invariant lower case with blanks around; of values longer than 1,000 characters the first 1,000 count. By weights,
/// 'job:~eng' is (1 + ln count) x (ln((1 + rows) / (1 + rows with it)) + 1) of a run, a row's values having length 1; missing is 0 in all,
/// and so are runs that were not seen in training. By min-hash, 'job:min0' and on are from 0 to 1, nothing is learned, and missing stays
/// missing. Source: Cerda and Varoquaux 2020, Encoding high-cardinality string categorical variables.
/// </remarks>
public sealed record Ngrams : IStep
{
    internal const string StepName = "ngrams";

    /// <summary>Columns made of one at most.</summary>
    internal const int MostWidth = 1000;

    /// <summary>Characters of a run at most.</summary>
    internal const int MostSize = 10;

    /// <summary>Category or text columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Characters of a run, 2 to 10.</summary>
    public int Size { get; init; } = 3;

    /// <summary>Columns made of each at most, 1 to 1,000.</summary>
    public int Width { get; init; } = 30;

    /// <summary>How numbers are made of the runs.</summary>
    public NgramMethod Method { get; init; } = NgramMethod.Weights;

    /// <summary>Whether the column stays beside its numbers.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(Size), Size, 2, MostSize), (nameof(Width), Width, 1, MostWidth));
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Category, ColumnType.Text], KeepsInputs, (column, names) =>
            Method == NgramMethod.MinHash ? MinHashed(column, names) : Weighted(column, names, input.Cancellation));
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var size = part.Integer("size");
        if (size is < 2 or > MostSize || outputs.Count > MostWidth)
        {
            throw new ArtifactException($"Step '{StepName}' makes {outputs.Count} columns of runs of {size} characters of column '{input}'; at most {MostWidth} of 2 to {MostSize} are possible. Make the file again.");
        }

        return part.Flag("min_hash")
            ? new MinHashColumn(input, SpelledColumn.ReadType(part), outputs, (int)size)
            : GramColumn.Read(input, outputs, (int)size, part);
    });

    private MinHashColumn MinHashed(Column column, FeatureNames names) =>
        new(column.Name, column.Type, [.. Enumerable.Range(0, Width).Select(place => names.Take(FormattableString.Invariant($"{column.Name}:min{place}")))], Size);

    private GramColumn Weighted(Column column, FeatureNames names, CancellationToken cancellation)
    {
        var (grams, weights) = GramVocabulary.Learn(column, Size, Width, cancellation);
        string[] outputs = [.. grams.Select(gram => names.Take($"{column.Name}:~{gram}"))];
        return new(column.Name, column.Type, outputs, (grams, weights), Size);
    }
}
