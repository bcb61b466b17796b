using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Fuzz.Csv;

/// <summary>A delimited file with the options it is read with: two bytes in front of the file's own.</summary>
/// <param name="Flags">What is asked for.</param>
/// <param name="Separator">The separator named; 0 for none.</param>
/// <param name="File">The bytes of the file.</param>
internal sealed record CsvCase(CsvFlags Flags, byte Separator, byte[] File)
{
    /// <summary>Bytes in front of the file.</summary>
    internal const int HeadLength = 2;

    /// <summary>The separators that the reader looks for, and those that are named.</summary>
    internal static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Whether the first line holds names.</summary>
    internal bool HasHeader => !Flags.HasFlag(CsvFlags.NoHeader);

    /// <summary>Whether quotes open cells.</summary>
    internal bool HasQuotes => !Flags.HasFlag(CsvFlags.NoQuotes);

    /// <summary>Whether broken rows are left out.</summary>
    internal bool Skips => Flags.HasFlag(CsvFlags.SkipBadRows);

    /// <summary>Whether every column is to be kept as text.</summary>
    internal bool KeepsText => Flags.HasFlag(CsvFlags.KeepText);

    /// <summary>Takes a case apart.</summary>
    internal static CsvCase Parse(byte[] input) => input.Length < HeadLength
        ? new(CsvFlags.None, 0, input)
        : new((CsvFlags)input[0], Separators.Contains((char)input[1]) ? input[1] : (byte)0, input[HeadLength..]);

    /// <summary>The bytes of the case.</summary>
    internal byte[] ToArray() => [(byte)Flags, Separator, .. File];

    /// <summary>The options.</summary>
    /// <param name="names">The columns that are kept as text.</param>
    internal ReadOptions Options(IEnumerable<string> names) => new()
    {
        Separator = Separator == 0 ? null : (char)Separator,
        HasHeader = HasHeader,
        HasQuotes = HasQuotes,
        SkipBadRows = Skips,
        Threads = 1,
        Types = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => ColumnType.Text, StringComparer.Ordinal),
    };
}
