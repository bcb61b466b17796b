using Modelwright.Core.Errors;
using Modelwright.Sources.Folders;

namespace Modelwright.Sources.Choosing;

/// <summary>Refuses options that a source has no use for: none is ignored in silence.</summary>
internal static class SourceFit
{
    /// <summary>Checks all options at once.</summary>
    /// <param name="source">What will read.</param>
    /// <param name="path">What a person typed.</param>
    /// <param name="options">What else they said.</param>
    /// <exception cref="OptionsException">Some do not fit; the text lists all of them.</exception>
    internal static void Check(SourceInfo source, string path, ReadOptions options)
    {
        var taken = TakenBy(source, options);
        GivenOption[] unfit = [.. GivenOption.All.Where(option => !taken.HasFlag(option.Kind) && option.Stated(options) is not null)];
        if (unfit.Length == 0)
        {
            return;
        }

        var elsewhere = TakenElsewhere(options);
        string[] faults = [.. unfit.Where(option => !elsewhere.HasFlag(option.Kind)).Select(option => Fault(option, source, path, options))];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    /// <summary>The options that whatever stands at an address has a use for; all where that cannot be told, as the reading will then say why.</summary>
    internal static SourceOptions TakenBy(string address, ReadOptions options)
    {
        try
        {
            var source = BuiltInSources.For(address, options.Format);
            return TakenBy(source is FolderSource ? FolderSource.KindOf(address, options.Format) : source.Info, options);
        }
        catch (Exception fault) when (fault is DataException or IOException or UnauthorizedAccessException)
        {
            return SourceOptions.All;
        }
    }

    private static SourceOptions TakenBy(SourceInfo source, ReadOptions options)
    {
        var taken = source.Takes | (source.Extensions.Count > 0 ? SourceOptions.Format : SourceOptions.None);
        return ReadsLines(source, options) ? taken & ~SourceOptions.Delimited : taken;
    }

    // A pattern makes a log of delimited text; a folder finds out what its files are first.
    private static bool ReadsLines(SourceInfo source, ReadOptions options) =>
        options.Pattern is not null && source.Takes != SourceOptions.All && source.Takes.HasFlag(SourceOptions.Pattern | SourceOptions.Separator);

    private static SourceOptions TakenElsewhere(ReadOptions options)
    {
        var taken = options.SharedWith.Aggregate(SourceOptions.None, (sum, address) => sum | TakenBy(address, options));
        return options.SkipBadRows && options.Joins.Any(join => TakenBy(join.Address, new()).HasFlag(SourceOptions.SkipBadRows)) ? taken | SourceOptions.SkipBadRows : taken;
    }

    private static string Fault(GivenOption option, SourceInfo source, string path, ReadOptions options)
    {
        var shown = Path.Exists(path) ? path : FaultList.Show(SourceAddress.WithoutPassword(path));
        return ReadsLines(source, options) && SourceOptions.Delimited.HasFlag(option.Kind)
            ? $"{option.Stated(options)}, but by Pattern (--pattern) {shown} is read as a log, line by line. Leave one of them out."
            : $"{option.Stated(options)}, but {shown} ({source.Title}) {option.Misfit}. {option.Remedy}";
    }
}
