using Modelwright.Exporting.Onnx.Messages;

namespace Modelwright.Onnx.Tests;

/// <summary>Messages byte by byte. Source of the first three: Protocol Buffers, "Encoding".</summary>
public sealed class ProtobufTests
{
    [Fact]
    public void Varint_OneHundredAndFifty() => Assert.Equal("089601", Hex(new ProtobufMessage().Add(1, 150)));

    [Fact]
    public void Text_Testing() => Assert.Equal("120774657374696E67", Hex(new ProtobufMessage().Add(2, "testing")));

    [Fact]
    public void Message_InAMessage() => Assert.Equal("1A03089601", Hex(new ProtobufMessage().Add(3, new ProtobufMessage().Add(1, 150))));

    [Fact]
    public void Varint_BelowZero_TakesTenBytes() => Assert.Equal("08FFFFFFFFFFFFFFFFFF01", Hex(new ProtobufMessage().Add(1, -1L)));

    [Fact]
    public void Integers_ArePacked() => Assert.Equal("2206038E029EA705", Hex(new ProtobufMessage().Add(4, (long[])[3, 270, 86942])));

    [Fact]
    public void Field_AboveFifteen_HasAKeyOfTwoBytes() => Assert.Equal("A00107", Hex(new ProtobufMessage().Add(20, 7)));

    [Fact]
    public void Numbers_AreBytesLowestFirst() => Assert.Equal("4A10000000000000F03F000000000000F8FF", Hex(new ProtobufMessage().Add(9, (double[])[1, double.NaN])));

    [Fact]
    public void Empty_TextsAndLists_AreLeftOut_BytesAreNot()
    {
        Assert.Equal("", Hex(new ProtobufMessage().Add(1, "").Add(2, (long[])[])));
        Assert.Equal("0A00", Hex(new ProtobufMessage().Add(1, Array.Empty<byte>())));
    }

    [Fact]
    public void Tensor_OfNumbers_IsATensorProto() =>
        Assert.Equal("0A020102" + "100B" + "420163" + "4A10" + "000000000000F03F" + "0000000000000040", Hex(new OnnxTensor([1.0, 2.0], 1, 2).Message("c")));

    [Fact]
    public void Tensor_OfIntegersBytesAndTexts_IsATensorProto()
    {
        Assert.Equal("0A0101" + "1007" + "4A08" + "FEFFFFFFFFFFFFFF", Hex(new OnnxTensor(new long[] { -2 }, 1).Message("")));
        Assert.Equal("0A0102" + "1002" + "4A02" + "0001", Hex(new OnnxTensor(new byte[] { 0, 1 }, 2).Message("")));
        Assert.Equal("0A0102" + "1008" + "3200" + "320161" + "420163", Hex(new OnnxTensor(new[] { "", "a" }, 2).Message("c")));
    }

    [Fact]
    public void Tensor_EqualsByTypeShapeAndBits()
    {
        Assert.Equal(new OnnxTensor([double.NaN], 1), new([double.NaN], 1));
        Assert.NotEqual(new OnnxTensor([0.0], 1), new([-0.0], 1));
        Assert.NotEqual(new OnnxTensor([1.0], 1), new([1.0], 1, 1));
        Assert.NotEqual(new OnnxTensor([0.0], 1), new(new long[] { 0 }, 1));
        Assert.Equal(new OnnxTensor(new[] { "a" }, 1), new(new[] { "a" }, 1));
        Assert.NotEqual(new OnnxTensor(new[] { "a" }, 1), new(new[] { "b" }, 1));
    }

    [Fact]
    public void Attribute_OfEachKind_IsAnAttributeProto()
    {
        Assert.Equal("0A0161" + "1805" + "A00102", Hex(OnnxAttribute.Of("a", 5).Message));
        Assert.Equal("0A0161" + "42020506" + "A00107", Hex(OnnxAttribute.Of("a", new long[] { 5, 6 }).Message));
        Assert.Equal("0A0161" + "4A0162" + "4A00" + "A00108", Hex(OnnxAttribute.Of("a", ["b", ""]).Message));
        Assert.Equal("0A0161" + "2A08" + "0A0101" + "1002" + "4A0107" + "A00104", Hex(OnnxAttribute.Of("a", new OnnxTensor(new byte[] { 7 }, 1)).Message));
    }

    [Fact]
    public void Node_NamesInputsOutputAndDomain() =>
        Assert.Equal("0A0178" + "0A0179" + "12017A" + "1A017A" + "2203416464" + "3A016D", Hex(OnnxModel.Node("m", "Add", ["x", "y"], "z", [])));

    [Fact]
    public void Value_HasTypeAndShape() =>
        Assert.Equal("0A0178" + "1212" + "0A10" + "080B" + "120C" + "0A06" + "1204726F7773" + "0A02" + "0801", Hex(OnnxModel.Value("x", OnnxElement.Number, null, 1)));

    [Fact]
    public void Write_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(() => new ProtobufMessage().Add(1, 1).Write(Stream.Null, new(canceled: true)));

    private static string Hex(ProtobufMessage message)
    {
        using var stream = new MemoryStream();
        message.Write(stream, TestContext.Current.CancellationToken);
        Assert.Equal(stream.Length, message.Length);
        return Convert.ToHexString(stream.ToArray());
    }
}
