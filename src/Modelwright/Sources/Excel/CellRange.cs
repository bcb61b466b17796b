using System.Globalization;
using System.Text.RegularExpressions;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Excel;

/// <summary>A part of a sheet; places count from 0, the last ones are in it.</summary>
internal sealed partial record CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    internal const int MostRows = 1_048_576;
    internal const int MostColumns = 16_384;

    internal static CellRange All { get; } = new(0, 0, MostRows - 1, MostColumns - 1);

    /// <summary>Reads "A3:F200", or "A3:F" for all rows from the third.</summary>
    /// <exception cref="OptionsException">It is none.</exception>
    internal static CellRange Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        var range = match.Success
            ? new CellRange(Row(match.Groups[2].Value, 0), Column(match.Groups[1].Value), Row(match.Groups[4].Value, MostRows - 1), Column(match.Groups[3].Value))
            : null;
        return range is { FirstRow: >= 0 } && range.FirstRow <= range.LastRow && range.FirstColumn <= range.LastColumn && range.LastRow < MostRows && range.LastColumn < MostColumns
            ? range
            : throw new OptionsException($"Range (--range) must be two cells of a sheet, the upper left one first. Got '{FaultList.Show(text)}'. Write it as A3:F200, or A3:F for all rows from the third.");
    }

    /// <summary>A cell as Excel names it: 'F200'.</summary>
    internal static string Name(int row, int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row + 1}");
    }

    /// <summary>The row and column of a name, from 0; null where it is none.</summary>
    internal static (int Row, int Column)? Place(string name)
    {
        var letters = name.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is > 0 and <= 3 && int.TryParse(name.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= MostRows
            ? (row - 1, Column(name[..letters]))
            : null;
    }

    private static int Row(string digits, int without) => digits.Length == 0 ? without : int.Parse(digits, CultureInfo.InvariantCulture) - 1;

    private static int Column(string letters) => letters.ToUpperInvariant().Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1;

    [GeneratedRegex(@"^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
