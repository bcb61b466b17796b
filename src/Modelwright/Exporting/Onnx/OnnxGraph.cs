using System.Globalization;
using Modelwright.Exporting.Onnx.Messages;

namespace Modelwright.Exporting.Onnx;

/// <summary>
/// A graph while it is written: nodes after what they read, and constants; what is equal, be it a constant or an operation of ONNX on the same values, is there once. Values are two-dimensional, rows x width, where
/// nothing else is said; a constant has one row. Names follow from the order alone. Not safe from several threads.
/// </summary>
/// <param name="prefix">What names of values begin with, and no name of an input or output does.</param>
/// <remarks>GraphProto of onnx.proto: node 1, name 2, initializer 5, input 11, output 12.</remarks>
internal sealed class OnnxGraph(string prefix)
{
    private readonly List<ProtobufMessage> _nodes = [];
    private readonly List<ProtobufMessage> _inputs = [];
    private readonly List<ProtobufMessage> _outputs = [];
    private readonly List<ProtobufMessage> _constants = [];
    private readonly Dictionary<OnnxTensor, string> _names = [];
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);
    private string? _firstInput;
    private string? _rowsShape;

    /// <summary>Whether there is an input, and so a number of rows.</summary>
    internal bool HasRows => _firstInput is not null;

    /// <summary>Adds an input of one value a row.</summary>
    internal string Input(string name, OnnxElement element)
    {
        _firstInput ??= name;
        _inputs.Add(OnnxModel.Value(name, element, null, 1));
        return name;
    }

    /// <summary>Adds an output.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value that it is.</param>
    /// <param name="element">What it holds.</param>
    /// <param name="width">Values a row; null for a list without a second dimension.</param>
    internal void Output(string name, string value, OnnxElement element, long? width)
    {
        _nodes.Add(OnnxModel.Node("", "Identity", [value], name, []));
        _outputs.Add(OnnxModel.Value(name, element, HasRows ? null : 1, width));
    }

    /// <summary>Adds an operation of ONNX without settings.</summary>
    /// <returns>The name of what it makes.</returns>
    internal string Add(string operation, params ReadOnlySpan<string> inputs) => AddWith(operation, inputs.ToArray());

    /// <summary>Adds an operation of ONNX with settings.</summary>
    /// <returns>The name of what it makes.</returns>
    internal string AddWith(string operation, string[] inputs, params OnnxAttribute[] settings)
    {
        var key = string.Join('\0', [operation, .. settings.Select(setting => setting.Key), .. inputs]);
        if (!_made.TryGetValue(key, out var output))
        {
            _made.Add(key, output = Add("", operation, inputs, settings));
        }

        return output;
    }

    /// <summary>Adds an operation of ai.onnx.ml.</summary>
    internal string AddLearned(string operation, string input, params OnnxAttribute[] settings) => Add(OnnxModel.MachineLearning, operation, [input], settings);

    /// <summary>Turns a value into another type.</summary>
    internal string Cast(string value, OnnxElement to) => AddWith("Cast", [value], OnnxAttribute.Of("to", (long)to));

    /// <summary>One number, for every row and place.</summary>
    internal string Constant(double number) => Constant(new OnnxTensor([number], 1, 1));

    /// <summary>One row of numbers.</summary>
    internal string Row(double[] numbers) => Constant(new OnnxTensor(numbers, 1, numbers.Length));

    /// <summary>Rows of numbers.</summary>
    internal string Table(double[] numbers, int width) => Constant(new OnnxTensor(numbers, numbers.Length / width, width));

    /// <summary>A list of whole numbers.</summary>
    internal string Integers(params long[] numbers) => Constant(new OnnxTensor(numbers, numbers.Length));

    /// <summary>A whole number that is no list.</summary>
    internal string Integer(long number) => Constant(new OnnxTensor(new[] { number }, []));

    /// <summary>A constant of any kind.</summary>
    internal string Constant(OnnxTensor tensor)
    {
        if (!_names.TryGetValue(tensor, out var name))
        {
            _names.Add(tensor, name = string.Create(CultureInfo.InvariantCulture, $"{prefix}c{_names.Count}"));
            _constants.Add(tensor.Message(name));
        }

        return name;
    }

    /// <summary>A value of one row, the same for every row of the inputs; itself where there is no input.</summary>
    internal string ForEachRow(string value) => _firstInput is null ? value : Add("Expand", value, _rowsShape ??= Add("Shape", _firstInput));

    /// <summary>The whole graph.</summary>
    internal ProtobufMessage Message(string name)
    {
        var graph = new ProtobufMessage();
        AddAll(graph, 1, _nodes);
        graph.Add(2, name);
        AddAll(graph, 5, _constants);
        AddAll(graph, 11, _inputs);
        AddAll(graph, 12, _outputs);
        return graph;
    }

    private static void AddAll(ProtobufMessage graph, int field, List<ProtobufMessage> messages)
    {
        foreach (var message in messages)
        {
            graph.Add(field, message);
        }
    }

    private string Add(string domain, string operation, string[] inputs, OnnxAttribute[] settings)
    {
        var output = string.Create(CultureInfo.InvariantCulture, $"{prefix}{_nodes.Count}");
        _nodes.Add(OnnxModel.Node(domain, operation, inputs, output, settings));
        return output;
    }
}
