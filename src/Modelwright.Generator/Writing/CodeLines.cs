using System.Text;

namespace Modelwright.Generator.Writing;

/// <summary>Code line by line, with the same ends of lines on every machine.</summary>
internal sealed class CodeLines
{
    private const int Indent = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Adds lines at the depth of the block they stand in.</summary>
    internal CodeLines Add(params string[] lines)
    {
        foreach (var line in lines)
        {
            _text.Append(' ', line.Length > 0 ? _depth * Indent : 0).Append(line).Append('\n');
        }

        return this;
    }

    /// <summary>Adds a line and opens a block behind it.</summary>
    internal CodeLines Open(string line)
    {
        Add(line, "{");
        _depth++;
        return this;
    }

    /// <summary>Closes the innermost block.</summary>
    internal CodeLines Close(string end = "}")
    {
        _depth--;
        return Add(end);
    }

    public override string ToString() => _text.ToString();
}
