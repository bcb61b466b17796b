using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>The record of a label.</summary>
internal static class LabelRecord
{
    /// <summary>The whole record, with its frame.</summary>
    /// <exception cref="DataException">The id is empty, or the label too long.</exception>
    public static byte[] Write(string id, string? label, long ticks, int mostBytes)
    {
        if (string.IsNullOrEmpty(id))
        {
            throw new DataException("A label has no id. Give the id of the row that it belongs to.");
        }

        var record = RecordBuffer.Begin();
        record.Add((byte)RecordKind.Label);
        record.Add(ticks);
        record.Add(id);
        record.Add(label);
        return record.Length <= mostBytes
            ? RecordFrame.Write(record.Bytes)
            : throw new DataException(string.Create(CultureInfo.InvariantCulture, $"The label of '{id[..Math.Min(40, id.Length)]}' takes {record.Length} bytes, and a record of this log holds {mostBytes}. Shorten it."));
    }
}
