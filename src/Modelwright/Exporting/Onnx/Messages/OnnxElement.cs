namespace Modelwright.Exporting.Onnx.Messages;

/// <summary>What a tensor holds: TensorProto.DataType of onnx.proto, those that exports need.</summary>
internal enum OnnxElement
{
    /// <summary>Single-precision numbers.</summary>
    Single = 1,

    /// <summary>Bytes from 0 to 255.</summary>
    Byte = 2,

    /// <summary>Whole numbers of 64 bits.</summary>
    Integer = 7,

    /// <summary>Texts in UTF-8.</summary>
    Text = 8,

    /// <summary>True and false.</summary>
    Flag = 9,

    /// <summary>Double-precision numbers.</summary>
    Number = 11,
}
