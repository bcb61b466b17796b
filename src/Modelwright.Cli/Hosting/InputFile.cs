using Modelwright.Cli.Output.Live;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using IAnsiConsole = Spectre.Console.IAnsiConsole;

namespace Modelwright.Cli.Hosting;

/// <summary>A file to read, or standard input under the name '-', which is put into a temporary file first.</summary>
internal sealed class InputFile : IDisposable
{
    /// <summary>The name of standard input.</summary>
    public const string Standard = "-";

    private const string StandardName = "standard input";
    private const int BufferBytes = 1 << 16;

    private readonly string? _folder;

    private InputFile(string path, string? folder)
    {
        Address = path;
        _folder = folder;
    }

    /// <summary>What is read: the path as typed, or the temporary file.</summary>
    public string Address { get; }

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
            var source = await SourceTable.ReadAsync(Address, options, cancellation).ConfigureAwait(false);
            var report = source.Report with { Notes = [.. source.Report.Notes.Select(ForAPerson)] };
            return source with { Report = _folder is null ? report : report with { Path = StandardName } };
        }
        catch (DataException fault)
        {
            throw new DataException(ForAPerson(fault.Message), fault);
        }
        catch (OptionsException fault)
        {
            throw new OptionsException(ForAPerson(fault.Message), fault);
        }
    }

    /// <summary>Reads the rows and shows a person how many, and how many a second.</summary>
    /// <param name="options">How to read them.</param>
    /// <param name="console">Where a person reads.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    public Task<SourceTable> WatchAsync(ReadOptions options, IAnsiConsole console, TimeProvider time, CancellationToken cancellation) =>
        ReadingBoard.WatchAsync(console, _folder is null ? Address : StandardName, time, progress => ReadAsync(options with { Progress = progress }, cancellation));

    private string ForAPerson(string message) => CallWords.Of(_folder is null ? message : message.Replace(Address, StandardName, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is not null && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // The name tells sources what kind of file it is, as what it holds does here.
    private static async Task<string> SpoolAsync(string folder, Host host, CancellationToken cancellation)
    {
        var raw = Path.Combine(folder, "input");
        await using (var file = File.Create(raw))
        {
            // A read of standard input cannot be called off: the wait for it can. So the stream is not disposed either.
            var input = host.OpenInput();
            var buffer = new byte[BufferBytes];
            int count;
            while ((count = await input.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation).ConfigureAwait(false)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            }
        }

        if (new FileInfo(raw).Length == 0)
        {
            throw new DataException("Standard input is empty. Pipe a CSV file or JSON lines into it, or name a file instead of '-'.");
        }

        var path = Path.Combine(folder, "standard-input" + SourceAddress.ExtensionByContent(raw));
        File.Move(raw, path);
        return path;
    }
}
