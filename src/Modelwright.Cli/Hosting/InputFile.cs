using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Cli.Hosting;

/// <summary>A file to read, or standard input under the name '-', which is put into a temporary file first.</summary>
internal sealed class InputFile : IDisposable
{
    /// <summary>The name of standard input.</summary>
    public const string Standard = "-";

    private const string StandardName = "standard input";
    private const int BufferBytes = 1 << 16;

    // Errors of the library name what a programmer sets.
    private static readonly (string InCode, string InACall)[] Remedies =
    [
        ("set SkipBadRows", "give --skip-bad-rows"),
        ("set HasHeader = false", "give --no-header"),
        ("set HasQuotes = false", "give --no-quotes"),
    ];

    private readonly string _path;
    private readonly string? _folder;

    private InputFile(string path, string? folder)
    {
        _path = path;
        _folder = folder;
    }

    /// <summary>Opens a file by what the person typed.</summary>
    /// <param name="path">A path, or '-'.</param>
    /// <param name="host">Has standard input.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <exception cref="DataException">The file is not there, or standard input is empty.</exception>
    public static async Task<InputFile> OpenAsync(string path, Host host, CancellationToken cancellation)
    {
        if (path != Standard)
        {
            return new(path, folder: null);
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-").FullName;
        try
        {
            return new(await SpoolAsync(folder, host, cancellation).ConfigureAwait(false), folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Reads the rows. Reports and errors speak of standard input, never of the temporary file, and of options of a call.</summary>
    /// <param name="options">How to read them; its memory limit holds for the whole process from here on.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <exception cref="DataException">The file is absent, of an unknown kind, or broken; the text lists all faults.</exception>
    /// <exception cref="OptionsException">An option is out of range or does not fit the file.</exception>
    public async Task<SourceTable> ReadAsync(ReadOptions options, CancellationToken cancellation)
    {
        if (options.MemoryBytes is { } memory)
        {
            MemoryLimit.Enforce(memory);
        }

        try
        {
            var source = await SourceTable.ReadAsync(_path, options, cancellation).ConfigureAwait(false);
            return _folder is null ? source : source with { Report = source.Report with { Path = StandardName } };
        }
        catch (DataException fault)
        {
            throw new DataException(ForAPerson(fault.Message), fault);
        }
    }

    private string ForAPerson(string message)
    {
        var text = _folder is null ? message : message.Replace(_path, StandardName, StringComparison.Ordinal);
        return Remedies.Aggregate(text, (words, remedy) => words.Replace(remedy.InCode, remedy.InACall, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is not null && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // The name tells sources what kind of text it is: objects start with a brace, all else is separated values.
    private static async Task<string> SpoolAsync(string folder, Host host, CancellationToken cancellation)
    {
        var raw = Path.Combine(folder, "input");
        byte? first = null;
        await using (var file = File.Create(raw))
        {
            // A read of standard input cannot be called off: the wait for it can. So the stream is not disposed either.
            var input = host.OpenInput();
            var buffer = new byte[BufferBytes];
            int count;
            while ((count = await input.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation).ConfigureAwait(false)) > 0)
            {
                first ??= buffer[0];
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            }
        }

        if (first is null)
        {
            throw new DataException("Standard input is empty. Pipe a CSV file or JSON lines into it, or name a file instead of '-'.");
        }

        var path = Path.Combine(folder, first == (byte)'{' ? "standard-input.jsonl" : "standard-input.csv");
        File.Move(raw, path);
        return path;
    }
}
