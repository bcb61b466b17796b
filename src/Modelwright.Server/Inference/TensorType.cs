using System.Text.Json;

namespace Modelwright.Server.Inference;

/// <summary>The datatypes of tensors, as the Open Inference Protocol v2 names them, and which values of JSON stand for them.</summary>
internal static class TensorType
{
    internal const string Known = "BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FP16, FP32, FP64 or BYTES";

    private static readonly Dictionary<string, (double Least, double Most)> Wholes = new(StringComparer.Ordinal)
    {
        ["UINT8"] = (0, byte.MaxValue),
        ["UINT16"] = (0, ushort.MaxValue),
        ["UINT32"] = (0, uint.MaxValue),
        ["UINT64"] = (0, ulong.MaxValue),
        ["INT8"] = (sbyte.MinValue, sbyte.MaxValue),
        ["INT16"] = (short.MinValue, short.MaxValue),
        ["INT32"] = (int.MinValue, int.MaxValue),
        ["INT64"] = (long.MinValue, long.MaxValue),
    };

    private static readonly Dictionary<string, double> Floats = new(StringComparer.Ordinal)
    {
        ["FP16"] = 65504,
        ["FP32"] = float.MaxValue,
        ["FP64"] = double.MaxValue,
    };

    internal static bool IsKnown(string name) => name is "BOOL" or "BYTES" || Wholes.ContainsKey(name) || Floats.ContainsKey(name);

    /// <summary>Whether a value of JSON is of a datatype. Null, a missing value, is of each; 'NaN' and the like, which JSON has as texts alone, are of the floats.</summary>
    internal static bool Holds(string name, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => true,
        JsonTokenType.True or JsonTokenType.False => name == "BOOL",
        JsonTokenType.String => name == "BYTES" || (Floats.ContainsKey(name) && (reader.ValueTextEquals("NaN") || reader.ValueTextEquals("Infinity") || reader.ValueTextEquals("-Infinity"))),
        JsonTokenType.Number => HoldsNumber(name, ref reader),
        _ => false,
    };

    private static bool HoldsNumber(string name, ref Utf8JsonReader reader)
    {
        if (Wholes.TryGetValue(name, out var range))
        {
            return (reader.TryGetInt64(out var whole) && whole >= range.Least && whole <= range.Most) || (name == "UINT64" && reader.TryGetUInt64(out _));
        }

        // What is beyond a double is told as 'not finite' by whoever puts it into the rows.
        return Floats.TryGetValue(name, out var most) && (!reader.TryGetDouble(out var number) || Math.Abs(number) <= most || double.IsInfinity(number));
    }
}
