using System.IO.Compression;
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
    private const int StartBytes = 512;

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

    /// <summary>Reads the rows and shows a person how many, and how many a second.</summary>
    /// <param name="options">How to read them.</param>
    /// <param name="console">Where a person reads.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    public Task<SourceTable> WatchAsync(ReadOptions options, IAnsiConsole console, TimeProvider time, CancellationToken cancellation) =>
        ReadingBoard.WatchAsync(console, _folder is null ? _path : StandardName, time, progress => ReadAsync(options with { Progress = progress }, cancellation));

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

    // The name tells sources what kind of file it is, as its first bytes do here.
    private static async Task<string> SpoolAsync(string folder, Host host, CancellationToken cancellation)
    {
        var raw = Path.Combine(folder, "input");
        var start = new byte[StartBytes];
        var held = 0;
        await using (var file = File.Create(raw))
        {
            // A read of standard input cannot be called off: the wait for it can. So the stream is not disposed either.
            var input = host.OpenInput();
            var buffer = new byte[BufferBytes];
            int count;
            while ((count = await input.ReadAsync(buffer, cancellation).AsTask().WaitAsync(cancellation).ConfigureAwait(false)) > 0)
            {
                var more = Math.Min(count, start.Length - held);
                buffer.AsSpan(0, more).CopyTo(start.AsSpan(held));
                held += more;
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            }
        }

        if (held == 0)
        {
            throw new DataException("Standard input is empty. Pipe a CSV file or JSON lines into it, or name a file instead of '-'.");
        }

        var path = Path.Combine(folder, "standard-input" + Extension(raw, start.AsSpan(0, held)));
        File.Move(raw, path);
        return path;
    }

    // What is compressed tells its kind by what it holds.
    private static string Extension(string path, ReadOnlySpan<byte> start)
    {
        if (start is not [0x1F, 0x8B, ..])
        {
            return SourceAddress.ExtensionFor(start);
        }

        using var text = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var unpacked = new byte[StartBytes];
        try
        {
            return SourceAddress.ExtensionFor(unpacked.AsSpan(0, text.ReadAtLeast(unpacked, StartBytes, throwOnEndOfStream: false)));
        }
        catch (InvalidDataException)
        {
            // The reader says what is wrong with it.
            return ".csv";
        }
    }
}
