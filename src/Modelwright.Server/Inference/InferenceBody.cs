using System.Buffers;
using System.Text.Json;
using Modelwright.Server.Faults;

namespace Modelwright.Server.Inference;

/// <summary>A request of the Open Inference Protocol v2, taken apart: its members may stand in any order.</summary>
internal sealed class InferenceBody
{
    private const int MostParts = 100_000;

    private InferenceBody()
    {
    }

    internal string? Id { get; private set; }

    internal List<TensorPart> Inputs { get; } = [];

    /// <summary>The outputs that are asked for; null means all.</summary>
    internal List<string>? Outputs { get; private set; }

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A text is none.</exception>
    /// <exception cref="RequestException">It is no request.</exception>
    internal static InferenceBody Read(ReadOnlySequence<byte> body, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(body, options);
        var request = new InferenceBody();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong("The body is no object.", "Send {\"inputs\": [{\"name\": …, \"shape\": [1], \"datatype\": \"FP64\", \"data\": [1.5]}]}.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            request.ReadMember(ref reader);
        }

        reader.Read();
        return request.Inputs.Count > 0 ? request : throw Wrong("There are no 'inputs'.", "Give one input a column.");
    }

    internal static RequestException Wrong(string message, string remedy) => RequestException.Of(400, "The request cannot be answered.", message, remedy);

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("inputs"u8))
        {
            ReadList(ref reader, "inputs");
        }
        else if (reader.ValueTextEquals("outputs"u8))
        {
            Outputs ??= [];
            ReadList(ref reader, "outputs");
        }
        else if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            Id = reader.TokenType == JsonTokenType.String ? reader.GetString()
                : reader.TokenType == JsonTokenType.Null ? null
                : throw Wrong("The 'id' is no text.", "Give a text, or none.");
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadList(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong($"'{name}' is no array.", "Give an array of objects.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject || Inputs.Count + (Outputs?.Count ?? 0) >= MostParts)
            {
                throw Wrong($"A part of '{name}' is no object, or there are too many.", "Give an array of objects, one a column.");
            }

            var part = ReadPart(ref reader);
            if (name == "inputs")
            {
                Inputs.Add(part);
            }
            else
            {
                Outputs!.Add(part.Name ?? throw Wrong("An output that is asked for has no 'name'.", "Name it."));
            }
        }
    }

    private static TensorPart ReadPart(ref Utf8JsonReader reader)
    {
        var part = new TensorPart();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                part.Name = Text(ref reader);
            }
            else if (reader.ValueTextEquals("datatype"u8))
            {
                part.Datatype = Text(ref reader);
            }
            else if (reader.ValueTextEquals("shape"u8))
            {
                part.Shape = Shape(ref reader);
            }
            else
            {
                var isData = reader.ValueTextEquals("data"u8);
                reader.Read();
                var start = reader.TokenStartIndex;
                reader.Skip();
                part.Data = isData ? (start, reader.BytesConsumed - start) : part.Data;
            }
        }

        return part;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private static List<long>? Shape(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        List<long>? shape = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var length) && length >= 0 && shape?.Count < 8)
            {
                shape.Add(length);
            }
            else
            {
                shape = null;
                reader.Skip();
            }
        }

        return shape;
    }
}
