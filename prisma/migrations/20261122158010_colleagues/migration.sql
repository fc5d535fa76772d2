-- Who works here is for those who work here. Volunteers and representatives of associations read their own row; whom they can ring comes by the functions of their own pages.
ALTER POLICY app_read ON app_user USING ((SELECT access.may('colleague.read')) OR ((SELECT access.may('self')) AND id = (SELECT access.uid())));
