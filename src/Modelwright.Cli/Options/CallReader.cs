using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads the values of a call and keeps what is wrong with them, so that all of it is told at once.</summary>
internal sealed class CallReader
{
    private readonly List<string> _faults = [];

    /// <summary>Reads one value; where it is wrong, notes that and gives the default of its type.</summary>
    public T? Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OptionsException fault)
        {
            _faults.Add(fault.Message);
            return default;
        }
    }

    /// <summary>Reads one value that need not be there.</summary>
    public T? Read<T>(string? text, Func<string, T> read)
        where T : struct => text is null ? null : Read<T?>(() => read(text));

    /// <summary>Ends the reading.</summary>
    /// <exception cref="OptionsException">Something was wrong; the text lists all of it.</exception>
    public void Check()
    {
        if (_faults.Count > 0)
        {
            throw new OptionsException(string.Join('\n', _faults));
        }
    }
}
