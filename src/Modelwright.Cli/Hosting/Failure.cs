using System.Text.Json;
using Modelwright.Cli.Output;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Hosting;

/// <summary>What the call ended with instead of an answer.</summary>
internal static class Failure
{
    /// <summary>Writes an error for people and, where answers are for a machine, as a document too.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception, Host host, bool isForMachine)
    {
        var (code, kind, message) = Describe(exception);
        try
        {
            host.Error.WriteLine(message);
            if (Environment.GetEnvironmentVariable("MODELWRIGHT_TRACE") == "1")
            {
                host.Error.WriteLine(exception);
            }

            if (isForMachine)
            {
                JsonAnswer.Write(host.Output, writer => WriteError(writer, code, kind, message));
            }
        }
        catch (IOException)
        {
            // What cannot be written, such as to a full disk, is most often the fault itself: the exit code still tells.
        }

        return code;
    }

    private static (int Code, string Kind, string Message) Describe(Exception exception) => exception switch
    {
        DataException => (ExitCode.CallIsWrong, "data", exception.Message),
        OptionsException => (ExitCode.CallIsWrong, "options", exception.Message),
        ArtifactException => (ExitCode.CallIsWrong, "artifact", exception.Message),
        FileNotFoundException { FileName: { } name } => (ExitCode.CallIsWrong, "file", $"File '{name}' was not found. Check the path."),
        DirectoryNotFoundException => (ExitCode.CallIsWrong, "file", $"{exception.Message} Check the path."),
        UnauthorizedAccessException => (ExitCode.CallIsWrong, "file", $"{exception.Message} Check who may read and write there."),
        IOException => (ExitCode.CallIsWrong, "file", $"{exception.Message.TrimEnd('.')}. Check the path and the space left on the disk."),
        OperationCanceledException => (ExitCode.CallIsWrong, "stopped", "Stopped before there was anything to keep. Nothing was written."),
        OutOfMemoryException => (ExitCode.CallIsWrong, "memory", "The memory of this machine is used up. Set a lower --memory, or take fewer rows or columns."),
        _ => (ExitCode.Fault, "fault", $"This is a fault of modelwright {Help.VersionLine.Number}, not of your call: {exception.GetType().Name}: {exception.Message}\nPlease report it with the call that led here. MODELWRIGHT_TRACE=1 shows where it happened."),
    };

    private static void WriteError(Utf8JsonWriter writer, int code, string kind, string message)
    {
        writer.WriteStartObject("error");
        writer.WriteString("kind", kind);
        writer.WriteString("message", message);
        writer.WriteNumber("exit_code", code);
        writer.WriteEndObject();
    }
}
