using System.Globalization;
using System.Text;

namespace Modelwright.Exporting.Onnx.Messages;

/// <summary>A setting of a node. Immutable.</summary>
/// <remarks>AttributeProto of onnx.proto: name 1, i 3, t 5, ints 8, strings 9, type 20; types INT 2, TENSOR 4, INTS 7, STRINGS 8.</remarks>
internal sealed class OnnxAttribute
{
    private OnnxAttribute(ProtobufMessage message, string key = "") => (Message, Key) = (message, key);

    /// <summary>The attribute as it is stored.</summary>
    internal ProtobufMessage Message { get; }

    /// <summary>Tells whole numbers from one another; empty for all else.</summary>
    internal string Key { get; }

    /// <summary>A whole number.</summary>
    internal static OnnxAttribute Of(string name, long value) => new(Named(name).Add(3, value).Add(20, 2L), string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));

    /// <summary>A tensor.</summary>
    internal static OnnxAttribute Of(string name, OnnxTensor value) => new(Named(name).Add(5, value.Message("")).Add(20, 4L));

    /// <summary>Whole numbers.</summary>
    internal static OnnxAttribute Of(string name, long[] values) => new(Named(name).Add(8, values).Add(20, 7L));

    /// <summary>Texts.</summary>
    internal static OnnxAttribute Of(string name, IEnumerable<string> values)
    {
        var message = Named(name);
        foreach (var value in values)
        {
            message.Add(9, Encoding.UTF8.GetBytes(value));
        }

        return new(message.Add(20, 8L));
    }

    private static ProtobufMessage Named(string name) => new ProtobufMessage().Add(1, name);
}
