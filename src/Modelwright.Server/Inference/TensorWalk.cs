using System.Text.Json;

namespace Modelwright.Server.Inference;

/// <summary>Walks over the data of a tensor, flat or nested, and sees to it that it fills the shape and nothing more.</summary>
/// <param name="shape">Its lengths.</param>
/// <param name="count">How many values that are.</param>
internal sealed class TensorWalk(List<long> shape, long count)
{
    private int _depth;
    private int _valuesAt;
    private long _inner;
    private bool _isClosed;

    /// <summary>The 0-based position of the value that the reader stands on.</summary>
    internal long Position { get; private set; } = -1;

    internal bool IsWrong { get; private set; }

    /// <summary>Whether all of it was there.</summary>
    internal bool IsRight => !IsWrong && _isClosed && Position == count - 1;

    /// <summary>Takes one token.</summary>
    /// <returns>Whether it is a value in its place.</returns>
    internal bool Next(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                _depth++;
                _inner = 0;
                IsWrong |= _depth > shape.Count;
                return false;
            case JsonTokenType.EndArray:
                IsWrong |= _depth > 1 && _depth == shape.Count && _inner != shape[^1];
                _depth--;
                _isClosed = _depth == 0;
                return false;
            case JsonTokenType.StartObject or JsonTokenType.PropertyName or JsonTokenType.EndObject:
                IsWrong = true;
                return false;
            default:
                return Value();
        }
    }

    // All values stand at one depth: 1 where they are flat, that of the shape where they are nested.
    private bool Value()
    {
        _valuesAt = _valuesAt == 0 ? _depth : _valuesAt;
        _inner++;
        Position++;
        IsWrong |= _depth != _valuesAt || (_depth != 1 && _depth != shape.Count) || Position >= count;
        return !IsWrong;
    }
}
