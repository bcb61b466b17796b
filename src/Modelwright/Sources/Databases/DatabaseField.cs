using System.Data.Common;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Databases;

/// <summary>One column of an answer.</summary>
/// <param name="Position">Its 0-based place.</param>
/// <param name="Name">Its name.</param>
/// <param name="ColumnType">What it is declared as; null where each cell has a type of its own.</param>
/// <param name="IsBytes">Whether it holds bytes, which no table does.</param>
/// <param name="IsDigits">Whether its text is that of a number with any count of digits.</param>
internal sealed record DatabaseField(int Position, string Name, ColumnType? ColumnType, bool IsBytes, bool IsDigits)
{
    private static readonly Type[] Times = [typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly)];

    internal static DatabaseField[] All(DbDataReader reader)
    {
        var fields = new DatabaseField[reader.FieldCount];
        for (var position = 0; position < fields.Length; position++)
        {
            // SQLite has a type for each cell, and what it says of a column is a guess.
            var isDynamic = reader is Microsoft.Data.Sqlite.SqliteDataReader;
            fields[position] = isDynamic
                ? new(position, reader.GetName(position), null, IsBytes: false, IsDigits: false)
                : Of(position, reader.GetName(position), reader.GetFieldType(position), reader.GetDataTypeName(position));
        }

        return fields;
    }

    internal static DatabaseField Of(int position, string name, Type type, string declared)
    {
        var isDigits = type == typeof(string) && declared.StartsWith("numeric", StringComparison.Ordinal);
        var isNumber = isDigits || (!type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal) || type == typeof(TimeSpan);
        var kind = isNumber ? Core.Data.ColumnType.Number : Times.Contains(type) ? Core.Data.ColumnType.Time : Core.Data.ColumnType.Text;
        return new(position, name, kind, IsBytes: type == typeof(byte[]), isDigits);
    }
}
