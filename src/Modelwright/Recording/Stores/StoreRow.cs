using System.Data.Common;
using System.Globalization;

namespace Modelwright.Recording.Stores;

/// <summary>Reads the cells of a row of the store as <see cref="StoreCommand"/> bound them.</summary>
internal static class StoreRow
{
    /// <summary>A text; null where there is none.</summary>
    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A number; null where there is none, or where it was not finite.</summary>
    public static double? Real(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    /// <summary>A time in UTC, the start of 1970 where the text is none; null where there is none.</summary>
    public static DateTimeOffset? Time(DbDataReader row, int column) => row.IsDBNull(column)
        ? null
        : DateTimeOffset.TryParse(row.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : DateTimeOffset.UnixEpoch;

    /// <summary>A figure whose columns stand beside one another, from its model to whether higher is better; bounds that were not finite are not a number.</summary>
    public static Figure Figure(DbDataReader row, int first) => new()
    {
        Model = row.GetString(first),
        Data = row.GetString(first + 1),
        Metric = row.GetString(first + 2),
        Value = Real(row, first + 3) ?? double.NaN,
        StandardError = Real(row, first + 4) ?? double.NaN,
        Lower = Real(row, first + 5) ?? double.NaN,
        Upper = Real(row, first + 6) ?? double.NaN,
        Rows = row.GetInt32(first + 7),
        HigherIsBetter = row.GetInt64(first + 8) != 0,
    };
}
