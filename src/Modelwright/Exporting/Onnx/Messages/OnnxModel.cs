namespace Modelwright.Exporting.Onnx.Messages;

/// <summary>Puts the messages of a file together.</summary>
/// <remarks>
/// Numbers of fields are those of onnx.proto: ModelProto ir_version 1, producer_name 2, producer_version 3, doc_string 6, graph 7, opset_import 8, metadata_props 14;
/// OperatorSetIdProto domain 1, version 2; StringStringEntryProto key 1, value 2; ValueInfoProto name 1, type 2; TypeProto tensor_type 1, of it elem_type 1, shape 2;
/// TensorShapeProto dim 1, of it dim_value 1, dim_param 2; NodeProto input 1, output 2, name 3, op_type 4, attribute 5, domain 7.
/// </remarks>
internal static class OnnxModel
{
    /// <summary>The operations of trees and of texts.</summary>
    internal const string MachineLearning = "ai.onnx.ml";

    /// <summary>The three versions that ONNX 1.16 brought together, the first with TreeEnsemble: trees in double precision.</summary>
    private const long FileVersion = 10;
    private const long Operations = 21;
    private const long MachineLearningOperations = 5;

    /// <summary>The dimension that differs from call to call.</summary>
    private const string Rows = "rows";

    /// <summary>A whole file.</summary>
    /// <param name="producer">Name and version of what made it.</param>
    /// <param name="note">A text for people.</param>
    /// <param name="metadata">Keys and values, in the order in which they are to be stored.</param>
    /// <param name="graph">The GraphProto.</param>
    internal static ProtobufMessage File((string Name, string Version) producer, string note, IEnumerable<(string Key, string Value)> metadata, ProtobufMessage graph)
    {
        var file = new ProtobufMessage().Add(1, FileVersion).Add(2, producer.Name).Add(3, producer.Version).Add(6, note).Add(7, graph)
            .Add(8, new ProtobufMessage().Add(1, "").Add(2, Operations))
            .Add(8, new ProtobufMessage().Add(1, MachineLearning).Add(2, MachineLearningOperations));
        foreach (var (key, value) in metadata)
        {
            file.Add(14, new ProtobufMessage().Add(1, key).Add(2, value));
        }

        return file;
    }

    /// <summary>An input or an output.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="element">What it holds.</param>
    /// <param name="rows">How many rows it has; null for any number.</param>
    /// <param name="width">Values a row; null for a list without a second dimension.</param>
    internal static ProtobufMessage Value(string name, OnnxElement element, long? rows, long? width)
    {
        var shape = new ProtobufMessage().Add(1, rows is { } known ? new ProtobufMessage().Add(1, known) : new ProtobufMessage().Add(2, Rows));
        if (width is { } columns)
        {
            shape.Add(1, new ProtobufMessage().Add(1, columns));
        }

        var tensor = new ProtobufMessage().Add(1, (long)element).Add(2, shape);
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, tensor));
    }

    /// <summary>One operation with one output.</summary>
    /// <param name="domain">Whose operation it is; empty for ONNX's own.</param>
    /// <param name="operation">Its name.</param>
    /// <param name="inputs">Names of values.</param>
    /// <param name="output">The name of what it makes, which names the node too.</param>
    /// <param name="attributes">Its settings.</param>
    internal static ProtobufMessage Node(string domain, string operation, IEnumerable<string> inputs, string output, IEnumerable<OnnxAttribute> attributes)
    {
        var node = new ProtobufMessage();
        foreach (var input in inputs)
        {
            node.Add(1, input);
        }

        node.Add(2, output).Add(3, output).Add(4, operation);
        foreach (var attribute in attributes)
        {
            node.Add(5, attribute.Message);
        }

        return node.Add(7, domain);
    }
}
